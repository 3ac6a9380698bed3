create table search_version (
    organisation_id binary(16) not null,
    version         int        not null,
    constraint pk_search_version primary key (organisation_id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;

insert into search_version (organisation_id, version)
select distinct organisation_id, 0 from search_entry;
