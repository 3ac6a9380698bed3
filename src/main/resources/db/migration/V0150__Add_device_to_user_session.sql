alter table user_session add column device varchar(200);
