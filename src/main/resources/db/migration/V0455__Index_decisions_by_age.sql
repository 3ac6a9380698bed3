create index ix_decision_decided on decision (decided_at);
