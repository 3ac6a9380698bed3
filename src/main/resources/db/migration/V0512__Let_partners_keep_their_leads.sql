alter table portal_settings add column keep_partner_leads boolean not null default true;
