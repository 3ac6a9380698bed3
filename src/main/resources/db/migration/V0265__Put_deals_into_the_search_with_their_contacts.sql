insert ignore into search_version (organisation_id, version)
select distinct organisation_id, 0 from search_entry;
