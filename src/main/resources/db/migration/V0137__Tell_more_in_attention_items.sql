-- What is mended or put aside is found by record and instance; people search by the names.
alter table attention_item
    modify reference varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
    add record_name varchar(250),
    add element_name varchar(200),
    add instance_key bigint,
    add put_aside varchar(500),
    add index ix_attention_item_record (record_id, state),
    add index ix_attention_item_instance (instance_key);
