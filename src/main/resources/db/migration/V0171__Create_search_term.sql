create table search_term (
    organisation_id binary(16)  not null,
    term            varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
    record_id       binary(16)  not null,
    constraint pk_search_term primary key (organisation_id, term, record_id),
    index ix_search_term_record (record_id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
