-- Opens probe.icx with the syntax file and asks what stands where. Run by tests/EndToEnd/run grammar.
local folder = os.getenv("ICX_ROOT")
vim.opt.runtimepath:prepend(folder .. "/grammar/nvim")
vim.cmd("filetype on | syntax on")
vim.cmd("runtime! ftdetect/*.vim")
vim.cmd("edit " .. folder .. "/tests/EndToEnd/highlighting/probe.icx")

local failed = 0
local function expect(pattern, offset, group)
  vim.fn.cursor(1, 1)
  local at = vim.fn.searchpos(pattern, "cW")
  local found = vim.fn.synIDattr(vim.fn.synID(at[1], at[2] + offset, 1), "name")
  if at[1] == 0 or found ~= group then
    failed = failed + 1
    io.stderr:write(("%s + %d: %s expected, %s found\n"):format(pattern, offset, group == "" and "nothing" or group, found))
  end
end

expect("/// What", 0, "icxDocumentation")
expect("// a remark", 0, "icxComment")
expect("part Switch", 0, "icxDeclaration")
expect("oe1", 2, "")
expect("0.35 dB", 0, "icxNumber")
expect("0.35 dB", 5, "icxUnit")
expect("85 %", 3, "icxUnit")
expect("source =", 0, "icxName")
expect('source "a', 0, "icxLine")
expect("a data sheet", 0, "icxText")
expect("l.margin in", 0, "icxInterpolation")
expect("margin in dB", 7, "icxOperator")
expect("mirror", 0, "icxReserved")
expect("if tx", 0, "icxControl")
if vim.bo.filetype ~= "icx" then failed = failed + 1 io.stderr:write("filetype is " .. vim.bo.filetype .. "\n") end
vim.cmd(failed == 0 and "quit!" or "cquit 1")
