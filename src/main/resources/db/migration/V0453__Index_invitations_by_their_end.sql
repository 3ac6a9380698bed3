create index ix_invitation_expires on invitation (expires_at);
