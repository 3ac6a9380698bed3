create table partner_notification (
    partner_user_id binary(16)  not null,
    notification    varchar(40) not null,
    constraint pk_partner_notification primary key (partner_user_id, notification),
    constraint fk_partner_notification_partner foreign key (partner_user_id) references partner_user (id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
