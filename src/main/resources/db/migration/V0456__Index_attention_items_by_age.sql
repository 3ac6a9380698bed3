create index ix_attention_item_updated on attention_item (state, updated_at);
