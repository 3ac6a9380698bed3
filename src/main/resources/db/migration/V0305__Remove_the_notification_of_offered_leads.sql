-- whoever is offered a lead is always told
delete from partner_notification where notification = 'LEAD_OFFERED';
delete from portal_notification_offer where notification = 'LEAD_OFFERED';
