-- Addresses are compared with composed accents. Where two accounts have the same address by that, both keep what they have.
update account a set email = lower(normalize(a.email))
where current_setting('server_encoding') = 'UTF8' and a.email is not normalized
  and not exists (select from account b where b.id <> a.id and lower(normalize(b.email)) = lower(normalize(a.email)));
