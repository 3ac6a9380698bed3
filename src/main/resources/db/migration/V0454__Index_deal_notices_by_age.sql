create index ix_deal_notice_created on deal_notice (created_at);
