# A static binary in an empty image: no shell, no package manager, nothing to patch but Rekey itself.
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -tags nomsgpack -trimpath -ldflags "-s -w" -o /out/rekey ./cmd/rekey \
 && mkdir /out/data

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /out/rekey /rekey
# For the secret file, the file of settings and an SQLite database; mount a volume here.
COPY --from=build --chown=65532:65532 /out/data /data
USER 65532:65532
WORKDIR /data
# Inside a container 127.0.0.1 reaches nobody.
ENV REKEY_ADDR=0.0.0.0:8080 \
    REKEY_SECRET_FILE=/data/rekey.secret
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s CMD ["/rekey", "doctor", "--health"]
ENTRYPOINT ["/rekey"]
CMD ["serve"]
