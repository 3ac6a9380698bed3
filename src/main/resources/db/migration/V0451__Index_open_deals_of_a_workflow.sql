create index ix_deal_workflow_state on deal (organisation_id, workflow_id, state, visit_id);
