" Vim syntax of the icx language. Written from its keyword and unit tables by its tests
" (Highlighting, with UPDATE_GRAMMAR=1); changes here are lost.
if exists("b:current_syntax")
  finish
endif

scriptencoding utf-8
syntax case match
syntax sync minlines=50

syntax match   icxDeclaration "\v<%(module|use|param|fn|kind|part|design|rule|warning|note|study|test)>%(\s*%(:|\=\=@!|\~))@!"
syntax match   icxLine "\v<%(without|allow|confirm|require|sweep|choose|observe|with|expect|sample|seed|minimize|maximize|subject)>%(\s*%(:|\=\=@!|\~))@!"
syntax match   icxLine "\v<%(source|message|help)>%(\s*\")@="
syntax keyword icxControl if then else for solve
syntax keyword icxOperator by within and or not is in exists missing otherwise div mod
syntax match   icxRelation "\v<%(as|until|because|on|at|plausible|confidence|of|through|to|from|before|after|between|digits|each|array|over|log)>%(\s*%(:|\=\=@!|\~))@!"
syntax keyword icxBasis per_direction aggregate
syntax keyword icxReserved this index mirror far steps
syntax keyword icxBoolean true false

" a word is no keyword where it is set, and behind a dot
syntax match icxName "\v<\h\w*>%(\s*%(:|\=\=@!|\~))@="
syntax match icxName "\v\.@<!\.\h\w*"

syntax match icxArrow "->\|<->"
syntax match icxDate "\v<\d{4}-\d\d-\d\d>"
syntax match icxNumber "\v<\d[0-9_]*%(\.\d[0-9_]*)?%([eE][+-]?\d+)?" nextgroup=icxUnit skipwhite
syntax match icxUnit "\v%(minute|symbol|degC|inch|FIT|dBm|day|deg|mil|ppm|RU|dB|yr|\%|h|%(f|p|n|u|µ|μ|m)?%(mol|rad|cd|F|H|K|L|s)|%(f|p|n|u|µ|μ|m|k)?%(eV|A|N|V|g)|%(f|p|n|u|µ|μ|m|c|k)?%(m)|%(k|M|G|T|P|E)?%(USD|Bd|Wh)|%(f|p|n|u|µ|μ|m|k|M|G|T|P|E)?%(ohm|Hz|Pa|J|W|Ω)|%(k|M|G|T|P|E|Ki|Mi|Gi|Ti)?%(bit|B|b))%(\w)@!%(\^-?[0-9]+%(\.[0-9]+)?)?%([/*]%(minute|symbol|degC|inch|FIT|dBm|day|deg|mil|ppm|RU|dB|yr|\%|h|%(f|p|n|u|µ|μ|m)?%(mol|rad|cd|F|H|K|L|s)|%(f|p|n|u|µ|μ|m|k)?%(eV|A|N|V|g)|%(f|p|n|u|µ|μ|m|c|k)?%(m)|%(k|M|G|T|P|E)?%(USD|Bd|Wh)|%(f|p|n|u|µ|μ|m|k|M|G|T|P|E)?%(ohm|Hz|Pa|J|W|Ω)|%(k|M|G|T|P|E|Ki|Mi|Gi|Ti)?%(bit|B|b))%(\w)@!%(\^-?[0-9]+%(\.[0-9]+)?)?)*" contained

syntax region icxText start=+"+ skip=+\\.+ end=+"+ end=+$+ contains=icxEscape,icxInterpolation
syntax match  icxEscape +{{\|}}\|\\[nt"\\]+ contained
syntax region icxInterpolation matchgroup=icxEscape start=+{{\@!+ end=+}+ end=+"\@=+ contained oneline
      \ contains=icxControl,icxOperator,icxRelation,icxReserved,icxBoolean,icxNumber,icxDate,icxName

syntax match icxComment "//.*$" contains=icxTodo,@Spell
syntax match icxDocumentation "^\s*\zs///.*$" contains=icxTodo,@Spell
syntax keyword icxTodo TODO FIXME contained

highlight default link icxDeclaration Structure
highlight default link icxLine Statement
highlight default link icxControl Conditional
highlight default link icxOperator Operator
highlight default link icxRelation Keyword
highlight default link icxBasis Type
highlight default link icxReserved Special
highlight default link icxBoolean Boolean
highlight default link icxArrow Operator
highlight default link icxDate Number
highlight default link icxNumber Number
highlight default link icxUnit Type
highlight default link icxText String
highlight default link icxEscape SpecialChar
highlight default link icxComment Comment
highlight default link icxDocumentation SpecialComment
highlight default link icxTodo Todo

let b:current_syntax = "icx"
