insert into public.ground values (1);
