delete from deal_notice
where (message like '% the file %.' or message like '% a note.')
    and user_id not in (select owner_user_id from deal where deal.id = deal_notice.deal_id);
