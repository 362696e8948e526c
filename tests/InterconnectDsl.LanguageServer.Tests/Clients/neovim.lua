-- Neovim as a client, with the lines of grammar/editors.md: nvim --headless -u those.lua -c 'luafile neovim.lua'. What is seen is written line by line; the first thing that is missing ends it with 1.
local function say(line) io.stdout:write(line .. "\n") end
local function fail(what) say("MISSING " .. what); vim.cmd("cquit 1") end
local function wait(what, seen) if not vim.wait(30000, seen, 20) then fail(what) end end

vim.cmd("edit " .. vim.env.ICX_FILE)
local id
wait("initialize", function()
  for found, client in pairs(vim.lsp.buf_get_clients(0)) do id = client.initialized and found or id end
  return id ~= nil
end)
if vim.bo.syntax ~= "icx" then fail("the colours") end

wait("a finding", function() return #vim.diagnostic.get(0) > 0 end)
for _, found in ipairs(vim.diagnostic.get(0)) do
  say(string.format("finding %d:%d %s", found.lnum + 1, found.col + 1, vim.split(found.message, "\n")[1]))
end

local function at(line, column) vim.api.nvim_win_set_cursor(0, { line, column }); return vim.lsp.util.make_position_params() end
local function find(text)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local column = string.find(line, text, 1, true)
    if column then return number, column - 1 end
  end
  fail(text)
end

local line, column = find("raech")
vim.api.nvim_buf_set_text(0, line - 1, column, line - 1, column + 5, { "reach" })
wait("the end of the finding", function() return #vim.diagnostic.get(0) == 0 end)
say("no finding after the edit")

local margin
wait("the margin", function()
  local answer = vim.lsp.buf_request_sync(0, "textDocument/hover", at(find("lane[i")), 20000)
  margin = answer and answer[id] and answer[id].result and string.match(answer[id].result.contents.value, "margin = %*?%*?([%d%.]+ dB)")
  return margin ~= nil
end)
say("margin " .. margin)

local answer = vim.lsp.buf_request_sync(0, "textDocument/completion", at(find("connector a")), 20000)
local labels = {}
for _, item in ipairs(answer[id].result.items) do labels[item.label] = true end
if not (labels["connector"] and labels["engine"]) then fail("kinds among the completions") end
say("completions hold connector and engine")

-- A lamp is one character, two UTF-16 units and four bytes: the finding behind it must stand at its byte.
vim.api.nvim_buf_set_lines(0, -1, -1, false, { 'lamp = "💡" + nothing' })
wait("a finding behind the lamp", function() return #vim.diagnostic.get(0) > 0 end)
for _, found in ipairs(vim.diagnostic.get(0)) do
  if string.find(found.message, "nothing", 1, true) then say("behind the lamp at byte " .. found.col) end
end

vim.lsp.stop_client(id)
wait("the end of the server", function() return vim.lsp.get_client_by_id(id) == nil end)
say("stopped")
vim.cmd("qall!")
