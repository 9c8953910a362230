-- A DELETE that is told while an older one of the same object is held needs a sweep of its own.
alter table control.told_deletes drop constraint told_deletes_pkey;
alter table control.told_deletes add primary key (objcode, objid, asof);
