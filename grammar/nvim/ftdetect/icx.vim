" Files of the icx language.
autocmd BufRead,BufNewFile *.icx setfiletype icx
