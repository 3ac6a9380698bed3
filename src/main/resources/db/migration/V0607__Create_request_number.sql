create table request_number (
    organisation_id binary(16) not null,
    last_number     int        not null,
    constraint pk_request_number primary key (organisation_id),
    constraint fk_request_number_organisation foreign key (organisation_id) references organisation (id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
