# Names that mean something to a page, for the example team.
s|^name = "Cloud Platform"|name = "</title><script>alert(1)</script>"|
s|^name = "Cy Mbeki"|name = "</script><script>alert(1)</script><!--"|
s/^name = "Bea Lind"/name = "\\"|Bea' onload='alert(1)"/
s/^name = "Dev Rao"/name = "محمد الراوي 👩‍🚒"/
s/^name = "Amara Okafor"/name = "=1+1 \& \&lt;b\&gt;"/
