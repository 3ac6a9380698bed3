alter table customer add column left_at datetime(6) null;
