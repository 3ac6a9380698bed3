-- The keys of an engine that was emptied begin anew: a job is known by its key and by the start of its instance.
alter table inbox_job add start_id binary(16);
