alter table login_throttle add index ix_login_throttle_last_failure (last_failure);
