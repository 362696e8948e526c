;;; icx-mode.el --- Colours for the icx language  -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: MIT
;; Package-Requires: ((emacs "26.1"))
;; Keywords: languages

;;; Commentary:

;; Written from the keyword and unit tables of the language by its tests
;; (Highlighting, with UPDATE_GRAMMAR=1); changes here are lost.

;;; Code:

(defconst icx-mode--declarations '("module" "use" "param" "fn" "kind" "part" "design" "rule" "warning" "note" "study" "test"))
(defconst icx-mode--lines '("without" "allow" "confirm" "require" "sweep" "choose" "observe" "with" "expect" "sample" "seed" "minimize" "maximize" "subject"))
(defconst icx-mode--text-lines '("source" "message" "help"))
(defconst icx-mode--words '("as" "until" "because" "on" "at" "by" "within" "plausible" "confidence" "if" "then" "else" "and" "or" "not" "is" "in" "exists" "missing" "otherwise" "of" "div" "mod" "for" "through" "to" "solve" "from" "before" "after" "between" "digits" "each" "array" "over" "log" "per_direction" "aggregate"))
(defconst icx-mode--reserved '("this" "index" "mirror" "far" "steps"))
(defconst icx-mode--units
  '("%" "A" "B" "Bd" "EB" "EBd" "EHz" "EJ" "EPa" "EUSD" "EW" "EWh" "Eb" "Ebit" "Eohm" "EΩ" "F" "FIT" "GB" "GBd" "GHz" "GJ" "GPa" "GUSD" "GW" "GWh" "Gb" "Gbit" "GiB" "Gib" "Gibit" "Gohm" "GΩ" "H" "Hz" "J" "K" "KiB" "Kib" "Kibit" "L" "MB" "MBd" "MHz" "MJ" "MPa" "MUSD" "MW" "MWh" "Mb" "Mbit" "MiB" "Mib" "Mibit" "Mohm" "MΩ" "N" "PB" "PBd" "PHz" "PJ" "PPa" "PUSD" "PW" "PWh" "Pa" "Pb" "Pbit" "Pohm" "PΩ" "RU" "TB" "TBd" "THz" "TJ" "TPa" "TUSD" "TW" "TWh" "Tb" "Tbit" "TiB" "Tib" "Tibit" "Tohm" "TΩ" "USD" "V" "W" "Wh" "b" "bit" "cd" "cm" "dB" "dBm" "day" "deg" "degC" "eV" "fA" "fF" "fH" "fHz" "fJ" "fK" "fL" "fN" "fPa" "fV" "fW" "fcd" "feV" "fg" "fm" "fmol" "fohm" "frad" "fs" "fΩ" "g" "h" "inch" "kA" "kB" "kBd" "kHz" "kJ" "kN" "kPa" "kUSD" "kV" "kW" "kWh" "kb" "kbit" "keV" "kg" "km" "kohm" "kΩ" "m" "mA" "mF" "mH" "mHz" "mJ" "mK" "mL" "mN" "mPa" "mV" "mW" "mcd" "meV" "mg" "mil" "minute" "mm" "mmol" "mohm" "mol" "mrad" "ms" "mΩ" "nA" "nF" "nH" "nHz" "nJ" "nK" "nL" "nN" "nPa" "nV" "nW" "ncd" "neV" "ng" "nm" "nmol" "nohm" "nrad" "ns" "nΩ" "ohm" "pA" "pF" "pH" "pHz" "pJ" "pK" "pL" "pN" "pPa" "pV" "pW" "pcd" "peV" "pg" "pm" "pmol" "pohm" "ppm" "prad" "ps" "pΩ" "rad" "s" "symbol" "uA" "uF" "uH" "uHz" "uJ" "uK" "uL" "uN" "uPa" "uV" "uW" "ucd" "ueV" "ug" "um" "umol" "uohm" "urad" "us" "uΩ" "yr" "µA" "µF" "µH" "µHz" "µJ" "µK" "µL" "µN" "µPa" "µV" "µW" "µcd" "µeV" "µg" "µm" "µmol" "µohm" "µrad" "µs" "µΩ" "Ω" "μA" "μF" "μH" "μHz" "μJ" "μK" "μL" "μN" "μPa" "μV" "μW" "μcd" "μeV" "μg" "μm" "μmol" "μohm" "μrad" "μs" "μΩ"))

(defvar icx-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?_ "w" table)
    (modify-syntax-entry ?/ ". 12" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?\" "\"" table)
    (modify-syntax-entry ?\\ "\\" table)
    (modify-syntax-entry ?% "." table)
    table)
  "Words, texts and comments of icx.")

(defconst icx-mode--unit
  (let ((factor (concat "\\(?:" (regexp-opt icx-mode--units) "\\)\\(?:\\^-?[0-9.]+\\)?")))
    (concat factor "\\(?:[/*]" factor "\\)*\\(?:\\_>\\|\\>\\|$\\|[^[:alnum:]_]\\)")))

(defun icx-mode--interpolation (limit)
  "Find what stands between braces of a text, up to LIMIT."
  (let (found)
    (while (and (not found) (re-search-forward "{\\([^{}\"\n]+\\)}" limit t))
      (setq found (nth 3 (save-excursion (syntax-ppss (match-beginning 0))))))
    found))

(defconst icx-mode--font-lock
  `(("^\\s-*\\(?:kind\\|part\\|design\\)\\s-+\\([[:alpha:]_][[:alnum:]_]*\\)" 1 font-lock-type-face)
    ("^\\s-*\\(?:fn\\|rule\\|study\\)\\s-+\\([[:alpha:]_][[:alnum:]_]*\\)" 1 font-lock-function-name-face)
    ("\\_<\\([[:alpha:]_][[:alnum:]_]*\\)\\_>\\s-*\\(?::\\|~\\|=[^=]\\)" 1 font-lock-variable-name-face)
    ("[^.]\\.\\([[:alpha:]_][[:alnum:]_]*\\)" 1 'default)
    (,(concat (regexp-opt icx-mode--text-lines 'symbols) "\\s-*\"") 1 font-lock-keyword-face)
    (,(regexp-opt icx-mode--declarations 'symbols) . font-lock-keyword-face)
    (,(regexp-opt icx-mode--lines 'symbols) . font-lock-keyword-face)
    (,(regexp-opt icx-mode--words 'symbols) . font-lock-keyword-face)
    (,(regexp-opt icx-mode--reserved 'symbols) . font-lock-builtin-face)
    ("\\_<\\(?:true\\|false\\)\\_>" . font-lock-constant-face)
    (,(concat "\\_<[0-9][0-9_.]*\\(?:[eE][+-]?[0-9]+\\)? ?\\(" icx-mode--unit "\\)") 1 font-lock-type-face)
    ("\\_<[0-9][0-9_]*\\(?:\\.[0-9]+\\)?\\(?:[eE][+-]?[0-9]+\\)?" . font-lock-constant-face)
    (icx-mode--interpolation 1 font-lock-variable-name-face prepend))
  "What is coloured.")

(defun icx-mode--syntactic-face (state)
  "Face of the text or comment that parse STATE is in; three slashes document."
  (cond ((nth 3 state) font-lock-string-face)
        ((save-excursion (goto-char (nth 8 state)) (looking-at "///")) font-lock-doc-face)
        (t font-lock-comment-face)))

;;;###autoload
(define-derived-mode icx-mode prog-mode "icx"
  "Colours for the icx language."
  (setq-local comment-start "// ")
  (setq-local comment-end "")
  (setq-local comment-start-skip "///?\\s-*")
  (setq-local indent-tabs-mode nil)
  (setq-local font-lock-defaults
              '(icx-mode--font-lock nil nil nil (font-lock-syntactic-face-function . icx-mode--syntactic-face))))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.icx\\'" . icx-mode))

(provide 'icx-mode)
;;; icx-mode.el ends here
