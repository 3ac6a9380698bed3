create index ix_engine_instance_process on engine_instance (organisation_id, process_id);
