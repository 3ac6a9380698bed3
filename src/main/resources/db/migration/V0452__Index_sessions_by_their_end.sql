create index ix_user_session_expires on user_session (expires_at);
