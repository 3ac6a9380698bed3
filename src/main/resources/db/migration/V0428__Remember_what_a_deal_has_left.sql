alter table deal
    add column left_visit_id   binary(16),
    add column left_element_id varchar(200) character set utf8mb4 collate utf8mb4_bin;
