/**
 * Overrides of every kind that Hydra's grammar knows, and near misses; each is read by Hydra's parser and by ours. They
 * are written compactly: ` ¦ ` or a line end stands between two of them, `⇥` is a tab, `⏎` a line end, `€{` a
 * dollar sign with a brace, and `‛` a backtick.
 */
export const GRAMMAR_CASES: Readonly<Record<string, readonly string[]>> = {
  'kinds of overrides': [
    ...['', '+', '++', '~', '+++', '~~', '+~', '~+'].flatMap((prefix) =>
      read(`a=1 ¦ a ¦ a= ¦ a.b.c=x ¦ a=[1,2] ¦ a={b:1}`).map((rest) => prefix + rest),
    ),
    ...read(String.raw`a = 1 ¦ a =1 ¦  a=1 ¦ a= 1 ¦ a=1  ¦ a=⇥1⇥ ¦ ~a=  ¦ a==1 ¦ a=b=c ¦ a:b`),
  ],
  keys: read(String.raw`a ¦ A1 ¦ _a ¦ a_b ¦ a-b ¦ $a ¦ a$b ¦ a.b ¦ a.0 ¦ a.0.b ¦ a.10 ¦ _a._b ¦ a-1.b-2 ¦ $a.$b ¦ a..b ¦ .a
a. ¦ .. ¦ a.b. ¦ db/pg ¦ a/b/c ¦ a.1b ¦ 0.a ¦ a.1_000 ¦ -a ¦ a,b ¦ a b ¦ größe ¦ 0 ¦ a% ¦ a\.b ¦ a\=b
a\[b ¦ a[0] ¦ a[b].c ¦ a@b ¦ db/pg@x.y ¦ @x ¦  ¦ true ¦ null ¦ inf ¦ nan ¦ a1.true ¦ class ¦ a.inf.b`).map(
    (key) => `${key}=1`,
  ),
  numbers:
    readValues(String.raw`0 ¦ 1 ¦ -1 ¦ +1 ¦ 10 ¦ 007 ¦ 1_000 ¦ 1__000 ¦ _1 ¦ 1_ ¦ 1_000_000 ¦ -0 ¦ +0 ¦ 00 ¦ 0_1 ¦ 1.0 ¦ 1.
.5 ¦ -.5 ¦ +.5 ¦ . ¦ - ¦ + ¦ 1.5 ¦ 1.50 ¦ -1.5 ¦ 1..2 ¦ 1.2.3 ¦ 1_0.0_1 ¦ 1_.5 ¦ 1._5 ¦ 1e3 ¦ 1E3
1e-3 ¦ 1e+3 ¦ 1.e3 ¦ .1e3 ¦ 1.5e-10 ¦ e3 ¦ 1e ¦ 1e3.5 ¦ 1e3e3 ¦ 1_0e1_0 ¦ 1e_3 ¦ -1e-3 ¦ inf ¦ -inf
+inf ¦ INF ¦ Inf ¦ nan ¦ NaN ¦ NAN ¦ -nan ¦ infinity ¦ -infinity ¦ info ¦ nano ¦ inf1 ¦ 1e400
1e-400 ¦ -1e400 ¦ 12345678901234567890 ¦ 0.1 ¦ 0.30000000000000004 ¦ 1e22 ¦ 123456789.123456789
0x1F ¦ 0b1 ¦ 0o7 ¦ 1-2 ¦ 1+2 ¦ 1/2 ¦ 1*2 ¦ 1% ¦ 1a ¦ a1 ¦ 1.a ¦ 2026-01-01 ¦ 10:20 ¦ 1,000`),
  words:
    readValues(String.raw`true ¦ True ¦ TRUE ¦ tRuE ¦ false ¦ False ¦ FALSE ¦ null ¦ Null ¦ NULL ¦ none ¦ None ¦ yes ¦ no ¦ on
off ¦ truee ¦ true1 ¦ true-1 ¦ nullx ¦ null.x ¦ true false ¦ null null ¦ 1 null ¦ not null ¦ ~ ¦ a~b`),
  'unquoted text':
    readValues(String.raw`abc ¦ a-b ¦ a_b ¦ _ ¦ __ ¦ a/b/c ¦ /usr/bin ¦ ./x ¦ ../x ¦ a.b ¦ a@b.c ¦ a|b ¦ a?b ¦ * ¦ *.py ¦ %
$x ¦ a+b ¦ a- ¦ -a ¦ --flag ¦ a:b ¦ a:b:c ¦ : ¦ :: ¦ http://x.y/z?q ¦ s3://bucket/key ¦ C:/x ¦ a b
a  b ¦  a ¦ a  ¦   a b   ¦ a⇥b ¦ x y z ¦ 1 2 ¦ 1 a ¦ a 1 ¦ a : b ¦ a :b ¦ a#b ¦ a!b ¦ a&b ¦ a;b ¦ a<b
a>b ¦ a^b ¦ a‛b ¦ ä ¦ 日本 ¦ a, ¦ ,a ¦ , ¦ a,,b ¦ { ¦ } ¦ [ ¦ ] ¦ ( ¦ ) ¦ a( ¦ a) ¦ a[ ¦ a] ¦ a{ ¦ a}
(a)`),
  escapes:
    readValues(String.raw`\, ¦ a\,b ¦ \( ¦ \) ¦ \[ ¦ \] ¦ \{ ¦ \} ¦ \: ¦ \= ¦ \\ ¦ \  ¦ a\ b ¦ \ a\  ¦ \⇥ ¦ a\=b ¦ \a ¦ \n
a\b ¦ \\\\ ¦ \\\, ¦ \' ¦ \" ¦ a\\b ¦ \\a ¦ a\\ ¦ a\ ¦ C:\x\y ¦ \\server\x ¦ \$x ¦ [a\,b] ¦ [\[,\]]
{a\:b:c} ¦ {a:b\,c} ¦ a\(b\) ¦ \,,\, ¦ a\ ,b ¦ {\ a:1} ¦ {a\ :1}`),
  quotes:
    readValues(String.raw`'' ¦ "" ¦ 'a' ¦ "a" ¦ 'a b' ¦ "a b" ¦ '1' ¦ "true" ¦ 'null' ¦ 'a,b' ¦ '[1]' ¦ "{a:1}" ¦ 'a=b' ¦ "a'b"
'a"b' ¦ 'a\'b' ¦ "a\"b" ¦ 'a\\' ¦ "a\\" ¦ 'a\\\'b' ¦ '\\' ¦ '\\\\' ¦ '\'' ¦ '\n' ¦ 'a\b' ¦ "\'" ¦ '
" ¦ 'a ¦ a' ¦ 'a" ¦ 'a\' ¦ '\' ¦ 'a'b ¦ a'b' ¦ 'a''b' ¦ 'a' 'b' ¦ 'a'  ¦  'a' ¦ 'a','b' ¦ ['a', "b"]
{a:'b'} ¦ 'ä' ¦ '日本' ¦ 'a⏎b' ¦ '#!&;<>' ¦ '''' ¦ "€{x}" ¦ '€{x:y}' ¦ "a", ¦ 'a\\b' ¦ "\\\"x\\\\"
'⇥'`),
  interpolations:
    readValues(String.raw`€{b} ¦ €{b.c} ¦ €{oc.env:USER} ¦ €{oc.env:USER,me} ¦ x€{b}y ¦ €{b}€{c} ¦ €{b} €{c} ¦ €{} ¦ €{ ¦ €{b
$b ¦ $} ¦ €{b:€{c}} ¦ [€{b}] ¦ {b:€{c}} ¦ {€{b}:c} ¦ €{b},€{c} ¦ int(€{b}) ¦ /€{b}/x.txt`),
  lists:
    readValues(String.raw`[] ¦ [ ] ¦ [1] ¦ [1,2] ¦ [1, 2] ¦ [ 1 , 2 ] ¦ [a,b] ¦ [1,a,true,null,1.5] ¦ [[1],[2]] ¦ [[]]
[[],[]] ¦ [1,] ¦ [,1] ¦ [,] ¦ [1,,2] ¦ [1 ¦ 1] ¦ [1]] ¦ [[1] ¦ [1][2] ¦ [1]  ¦ [1]a ¦ a[1] ¦ [1 2]
[a b, c d] ¦ [a:b] ¦ [a=b] ¦ [{a:1},{b:2}] ¦ [inf,-inf,nan] ¦ [ a ] ¦ [⇥a⇥] ¦ [1,2],[3,4]
[[1,2],[3,[4]]] ¦ [-1,+1,.5]`),
  objects:
    readValues(String.raw`{} ¦ { } ¦ {a:1} ¦ {a: 1} ¦ {a :1} ¦ { a : 1 } ¦ {a:1,b:2} ¦ {a:1, b:2} ¦ {a:{b:{c:1}}} ¦ {a:[1,2]}
{a:} ¦ {:1} ¦ {a} ¦ {a:1 ¦ a:1} ¦ {a:1}} ¦ {{a:1} ¦ {a:1,} ¦ {,a:1} ¦ {a:1 b:2} ¦ {a=1} ¦ {a:b:c}
{a b:1} ¦ {a:b c} ¦ {1:2} ¦ {1.5:2} ¦ {true:1} ¦ {null:1} ¦ {1_0:x} ¦ {a:1,a:2} ¦ {1:a,true:b}
{a-b:1} ¦ {a.b:1} ¦ {/x:1} ¦ {$x:1} ¦ {-1:x} ¦ {inf:1} ¦ {[1]:2} ¦ {a:1}{b:2} ¦ {a:1},{b:2}
{a:null} ¦ {a:true} ¦ {a:""} ¦ {a:'x y'} ¦ {a:1}x ¦ {a?:1} ¦ {a*:1} ¦ {a|b:1} ¦ {@a:1} ¦ {+1:x}
{1-2:x} ¦ {"a": 1} ¦ {'a':1} ¦ {"a b": {"c": [1]}} ¦ {'a'b:1} ¦ {€{x}:1} ¦ {a:1, "b": 2}`),
  casts: [
    ...['int', 'float', 'str', 'bool'].flatMap((name) =>
      read(String.raw`1 ¦ -1 ¦ 1.5 ¦ -1.5 ¦ 0 ¦ 0.0 ¦ true ¦ false ¦ null ¦ a ¦  ¦ 1e3 ¦ 1e-7 ¦ 1e16 ¦ 1e15 ¦ 123456.789
'1' ¦ '1.5' ¦ ' 1 ' ¦ '1_0' ¦ '' ¦ 'true' ¦ 'False' ¦ 'a b' ¦ inf ¦ nan ¦ -inf ¦ 1_000 ¦ 0.0001
0.00001 ¦ [1,2] ¦ [1.5,true] ¦ ['1','2'] ¦ [[1],[2]] ¦ [] ¦ {a:1} ¦ {a:1.5,b:[2]} ¦ {} ¦ 1,2
1.5,2.5 ¦ a,b ¦ [a] ¦ choice(1,2) ¦ choice(1.5,2.5) ¦ choice(a,b) ¦ range(1,4) ¦ range(1.5,4)
interval(1,2) ¦ glob(*) ¦ 1,[2] ¦ value=1 ¦ value=1.5 ¦ value='1' ¦ value=[1,2] ¦ value=null
1,value=2 ¦ x=1 ¦ €{b} ¦ int(1.5) ¦ str(1) ¦ shuffle(1,2) ¦ 10000000000000000000000 ¦ null,1 ¦ 1e22
1.0 ¦ 100.0 ¦ -0.0`).map((argument) => `${name}(${argument})`),
    ),
    ...read(String.raw`int (1) ¦ int⇥(1) ¦ int( 1 ) ¦ int(1)  ¦ int(1)a ¦ a int(1) ¦ int(1),int(2) ¦ [int(1.5),str(2)]
{a:int(1.5)} ¦ Int(1) ¦ INT(1) ¦ int(1 ¦ int 1) ¦ int() ¦ int(,) ¦ int(1,) ¦ int(a=b=c)
int(int(int(1.9))) ¦ foo(1) ¦ foo() ¦ true(1) ¦ null(1) ¦ 1(2) ¦ -a(1) ¦ a-b(1) ¦ _x(1) ¦ int[1]
int{1} ¦ 'int'(1)`),
  ].map((value) => `a=${value}`),
  sweeps:
    readValues(String.raw`1,2 ¦ 1, 2 ¦ 1 ,2 ¦ 1 , 2 , 3 ¦ a,b,c ¦ 1,a,null,true ¦ [1],[2] ¦ {a:1},{a:2} ¦ 'a','b' ¦ a b,c d
1,2, ¦ ,1,2 ¦ choice(a) ¦ choice(a,b) ¦ choice(1,2.5,true) ¦ choice([1],[2]) ¦ choice({a:1})
choice() ¦ choice(a,) ¦ choice( a , b ) ¦ choice('a','b c') ¦ choice(choice(a,b))
choice(choice(a),choice(b)) ¦ choice(range(3)) ¦ choice(interval(0,1)) ¦ choice(glob(*))
choice(x=1) ¦ choice(int(1,2)) ¦ choice(a,choice(b,c)) ¦ choice(a),b ¦ a,choice(b,c) ¦ [choice(a,b)]
range(3) ¦ range(1,4) ¦ range(1,10,2) ¦ range(1,10,step=2) ¦ range(stop=3) ¦ range(start=1,stop=3)
range(1,stop=3) ¦ range(start=3) ¦ range(0,1,0.1) ¦ range(0,1,0.25) ¦ range(1.5) ¦ range(0.5,3)
range(10,1) ¦ range(10,1,-3) ¦ range(5,0,-1) ¦ range(1,1) ¦ range(a) ¦ range(1,a) ¦ range('1')
range() ¦ range(1,2,3,4) ¦ range(1,2,0) ¦ range(true) ¦ range([1]) ¦ range(1,null) ¦ range(null)
range(1,4,null) ¦ range(0,0.3,0.1) ¦ range(1,2,0.2) ¦ range(-1,1,0.5) ¦ range(1,2,start=1)
range(1,2,foo=1) ¦ range(0,1e-3,1e-4) ¦ range(1e3,3e3,1e3) ¦ range(1_000,3_000,1_000)
range(0,-1,-0.25) ¦ interval(0,1) ¦ interval(0.5,1.5) ¦ interval(start=0,end=1) ¦ interval(0)
interval() ¦ interval(a,b) ¦ interval(0,1,2) ¦ interval(1,0) ¦ interval(0,end=1)
interval(true,false) ¦ interval(0,inf) ¦ interval(null,1) ¦ glob(*) ¦ glob(a*) ¦ glob([a*,b*])
glob(*,exclude=a) ¦ glob(include=*,exclude=[a,b]) ¦ glob() ¦ glob(1) ¦ glob(*,a,b) ¦ glob('a b')
glob(exclude=a) ¦ glob(null) ¦ glob(*,null) ¦ glob({a:1}) ¦ glob(a,b) ¦ glob([1]) ¦ glob(['a b',c])
glob(*),a ¦ tag(t,choice(a,b)) ¦ tag(t1,t2,choice(a,b)) ¦ tag(choice(a,b)) ¦ tag(t,range(3))
tag(t,interval(0,1)) ¦ tag(t) ¦ tag() ¦ tag(1,choice(a)) ¦ tag('t',choice(a))
tag(t,sweep=choice(a)) ¦ tag(sweep=choice(a)) ¦ tag(t,glob(*)) ¦ tag(t,a) ¦ tag(x,tag(y,choice(a)))
tag(t,t,choice(a)) ¦ tag([t],choice(a)) ¦ tag(choice(a),choice(b)) ¦ tag(t,choice(a),sweep=choice(b))
shuffle(choice(a,b)) ¦ shuffle(range(3)) ¦ shuffle(a,b) ¦ shuffle(a) ¦ shuffle()
shuffle(interval(0,1)) ¦ shuffle(null) ¦ shuffle(list=[1]) ¦ shuffle(sweep=choice(a,b))
shuffle(list=1) ¦ shuffle(x=1) ¦ shuffle(glob(*)) ¦ shuffle([1]) ¦ shuffle({a:1})
shuffle(a,choice(b)) ¦ shuffle(range(2),a) ¦ range(true,0.5) ¦ range(-inf) ¦ sort(3,1,2)
sort(c,a,b) ¦ sort(3,1,2,reverse=true) ¦ sort([3,1,2]) ¦ sort([3,1,2],reverse=true)
sort(choice(b,a)) ¦ sort(choice(3,1,2),reverse=true) ¦ sort(range(3)) ¦ sort(range(5),reverse=true)
sort(1) ¦ sort(a) ¦ sort() ¦ sort(null) ¦ sort(a,1) ¦ sort([a,1]) ¦ sort(1,[2]) ¦ sort([[2],[1]])
sort({a:1}) ¦ sort(interval(0,1)) ¦ sort(list=[2,1]) ¦ sort(1.5,1) ¦ sort(sweep=choice(2,1))
sort(list=[2,1],reverse=true) ¦ sort(1,2,reverse=1) ¦ sort(1,2,reverse=false) ¦ sort(true,0,2)
sort(list=a) ¦ sort(sweep=1) ¦ sort([]) ¦ sort(choice(a,1)) ¦ sort(2,1,3.5,true) ¦ sort('b','a')
sort(glob(*)) ¦ sort(1,null) ¦ sort(reverse=true) ¦ sort(shuffle(choice(b,a))) ¦ shuffle(sort(b,a))
sort(range(3),x=1) ¦ sort([1,[2]]) ¦ sort(['b','a']) ¦ sort([a,'b']) ¦ choice(null,a)
choice(a,null) ¦ range(1,10,4) ¦ sort(range(1,10,4),reverse=true) ¦ sort([[1],[1,2],[0]])`),
}

/** Functions that Hydra has from 1.4 on. */
export const NEWER_FUNCTION_CASES: readonly string[] = [
  ...readValues(String.raw`json_str(1) ¦ json_str(1.0) ¦ json_str(true) ¦ json_str(null) ¦ json_str(a) ¦ json_str('a b')
json_str([1,2.0,a]) ¦ json_str({a:1,b:[x,null]}) ¦ json_str({1:a,true:b,1.5:c,null:d}) ¦ json_str([])
json_str({}) ¦ json_str([{a:[1]}]) ¦ json_str(choice(1,[2])) ¦ json_str(range(3)) ¦ json_str(1,2)
json_str(interval(0,1)) ¦ json_str(glob(*)) ¦ json_str() ¦ json_str('ä') ¦ json_str(1e22)
json_str(inf) ¦ json_str(-inf) ¦ json_str(nan) ¦ json_str({a:nan}) ¦ json_str(['x','y'])
json_str(value=1) ¦ json_str(json_str([1])) ¦ json_str('a"b') ¦ json_str(1_000)
json_str([choice(1,2)]) ¦ extend_list(1,2) ¦ extend_list() ¦ extend_list([1]) ¦ extend_list(a,{b:1})
extend_list(x=1) ¦ extend_list('a',b)`),
  '+a=extend_list(1)',
  '++a=extend_list(1)',
  '~a=extend_list(1)',
]

function readValues(text: string): readonly string[] {
  return read(text).map((value) => `a=${value}`)
}

function read(text: string): readonly string[] {
  return text
    .split(/ ¦ |\n/u)
    .map((item) => item.replaceAll('⇥', '\t').replaceAll('⏎', '\n').replaceAll('€{', '${').replaceAll('‛', '`'))
}
