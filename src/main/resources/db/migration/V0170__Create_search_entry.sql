create table search_entry (
    record_id       binary(16)   not null,
    organisation_id binary(16)   not null,
    record_type     varchar(40)  not null,
    title           varchar(300) not null,
    subtitle        varchar(300),
    folded_title    varchar(300) not null,
    website_host    varchar(255),
    email           varchar(254),
    phone_digits    varchar(40),
    place           varchar(200),
    constraint pk_search_entry primary key (record_id),
    constraint fk_search_entry_organisation foreign key (organisation_id) references organisation (id),
    index ix_search_entry_title (organisation_id, folded_title(100))
) default character set utf8mb4 collate utf8mb4_unicode_ci;
