-- Instances of the state in which an engine was before it was emptied or restored: where it still has them, they are to be ended.
create table former_instance (
    process_instance_key bigint not null,
    constraint pk_former_instance primary key (process_instance_key)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
