alter table lead_offer add column note varchar(1000);
