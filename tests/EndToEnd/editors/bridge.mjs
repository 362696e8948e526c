// Serves files to a page on this machine, and joins each of its sockets to a language server of its own.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { WebSocketServer } from "ws";

const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".ttf": "font/ttf", ".json": "application/json", ".icx": "text/plain" };

/** Starts to serve `files`, by their address; gives the address and what ends it. */
export async function serve(files, [program, ...args]) {
  const http = createServer((request, response) => {
    const file = files.get(new URL(request.url, "http://localhost").pathname);
    if (file === undefined) {
      response.writeHead(404).end();
    } else {
      response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" }).end(readFileSync(file));
    }
  });
  const sockets = new WebSocketServer({ server: http, path: "/lsp" });
  sockets.on("connection", socket => join(socket, spawn(program, args, { stdio: ["pipe", "pipe", "inherit"] })));
  await new Promise(resolve => http.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${http.address().port}/`,
    close: () => {
      sockets.clients.forEach(socket => socket.terminate());
      sockets.close();
      http.close();
    },
  };
}

function join(socket, server) {
  let rest = Buffer.alloc(0);
  socket.on("message", message => server.stdin.write(`Content-Length: ${Buffer.byteLength(message.toString())}\r\n\r\n${message}`));
  socket.on("close", () => server.stdin.end());
  server.stdout.on("data", data => {
    rest = Buffer.concat([rest, data]);
    for (let body = next(); body !== undefined; body = next()) socket.send(body);
  });

  function next() {
    const end = rest.indexOf("\r\n\r\n");
    const length = end < 0 ? NaN : Number(/Content-Length: (\d+)/i.exec(rest.subarray(0, end).toString())[1]);
    if (!(rest.length >= end + 4 + length)) return undefined;
    const body = rest.subarray(end + 4, end + 4 + length).toString();
    rest = rest.subarray(end + 4 + length);
    return body;
  }
}
