create index ix_deal_partner_account on deal (organisation_id, partner_account_id, id);
