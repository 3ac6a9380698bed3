alter table reconciliation_run add index ix_reconciliation_run_ended (ended_at);
