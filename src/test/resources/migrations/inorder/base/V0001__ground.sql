create table public.ground (n int);
