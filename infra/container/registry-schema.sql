-- Run once by Postgres's image, when the data folder is new: where the schema registry keeps its tables.
create schema apicurio;
