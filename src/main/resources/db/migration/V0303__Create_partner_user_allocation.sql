create table partner_user_allocation (
    partner_user_id binary(16) not null,
    user_id         binary(16) not null,
    list_position   int        not null,
    constraint pk_partner_user_allocation primary key (partner_user_id, list_position),
    constraint fk_partner_user_allocation_partner foreign key (partner_user_id) references partner_user (id),
    constraint fk_partner_user_allocation_user foreign key (user_id) references app_user (id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
