-- Run once by Postgres's image, when the data folder is new. The pipeline owns its database and is
-- no superuser. The image's own superuser gets no password: it signs in from within the container
-- only (docker compose exec postgres psql -U postgres).
\getenv password POSTGRES_PASSWORD
create role workfront login password :'password';
alter database workfront owner to workfront;
alter schema public owner to workfront;
-- Where the schema registry keeps its tables.
create schema apicurio authorization workfront;
alter role postgres password null;
