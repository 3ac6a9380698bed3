create table portal_notification_offer (
    settings_id  binary(16)  not null,
    notification varchar(40) not null,
    constraint pk_portal_notification_offer primary key (settings_id, notification),
    constraint fk_portal_notification_offer_settings foreign key (settings_id) references portal_settings (id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
