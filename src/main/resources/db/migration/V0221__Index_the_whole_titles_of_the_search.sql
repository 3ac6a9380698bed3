-- What is found inside of words is sorted by title: an index of a part of it cannot give the order
alter table search_entry
    drop index ix_search_entry_title,
    add index ix_search_entry_title (organisation_id, folded_title, record_id);
