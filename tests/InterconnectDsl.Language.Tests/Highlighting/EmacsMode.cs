namespace InterconnectDsl.Language.Tests.Highlighting;

/// <summary>Writes the mode of Emacs: colours and comments.</summary>
internal static class EmacsMode
{
    public static string Write() => $$"""
        ;;; icx-mode.el --- Colours for the icx language  -*- lexical-binding: t; -*-

        ;; SPDX-License-Identifier: MIT
        ;; Package-Requires: ((emacs "26.1"))
        ;; Keywords: languages

        ;;; Commentary:

        ;; Written from the keyword and unit tables of the language by its tests
        ;; (Highlighting, with UPDATE_GRAMMAR=1); changes here are lost.

        ;;; Code:

        (defconst icx-mode--declarations '({{Quoted(WordClass.Declaration)}}))
        (defconst icx-mode--lines '({{Quoted(WordClass.Line)}}))
        (defconst icx-mode--text-lines '({{Quoted(WordClass.TextLine)}}))
        (defconst icx-mode--words '({{Quoted(WordClass.Control, WordClass.Operator, WordClass.Relation, WordClass.Basis)}}))
        (defconst icx-mode--reserved '({{Quoted(WordClass.Reserved)}}))
        (defconst icx-mode--units
          '({{string.Join(" ", UnitPattern.Spellings.Distinct().OrderBy(s => s, StringComparer.Ordinal).Select(s => $"\"{s}\""))}}))

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

        """;

    private static string Quoted(params WordClass[] classes) => string.Join(" ", Words.Of(classes).Select(w => $"\"{w}\""));
}
