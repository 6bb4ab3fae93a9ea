-- A session of before holds the class of its roles, which is gone: everybody signs in once more. Roles held and asked for keep their ids.
delete from signin.session;
