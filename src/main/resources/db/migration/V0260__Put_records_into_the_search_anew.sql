-- Some letters with a mark are letters of their own now.
replace into search_version (organisation_id, version)
select distinct organisation_id, 0 from search_entry;
