alter table deal_notice
    add column addition_id binary(16);
