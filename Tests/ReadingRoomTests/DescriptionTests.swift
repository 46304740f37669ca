import Foundation
import Testing

@testable import ReadingRoom

/// The description of what programs are told: it has every address, and no other.
@Suite struct DescriptionTests {
    private struct Description: Decodable {
        struct Path: Decodable { var get: Operation }

        struct Operation: Decodable { var operationId: String }

        var openapi: String
        var paths: [String: Path]
    }

    @Test func everyAddressOfProgramsIsDescribedAndNoOther() throws {
        let house = try House()
        let answer = house.get("/api/v1/openapi.json")
        #expect(answer.status == 200)
        #expect(answer.headers["Content-Type"]?.hasPrefix("application/json") == true)
        let description = try JSONDecoder().decode(Description.self, from: answer.body)
        #expect(description.openapi == "3.1.0")
        let lists = Route.routes.filter { $0.value.json != nil }.map { "/\($0.key)" }
        let things = Route.ofOneThing.filter { $0.value.json != nil }.keys
        let described = description.paths.keys.map { path in
            path.firstMatch(of: /^\/(\w+)\/\{/).map { String($0.1) } ?? path
        }
        #expect(Set(described) == Set(lists + things))
        #expect(Set(description.paths.values.map(\.get.operationId)).count == description.paths.count)
    }

    @Test func whatIsChosenOrCountedWronglyIsRefusedInWords() throws {
        let house = try House()
        for (query, words) in [
            ("sort=loudest", "give date, documents or credibility"), ("undated=perhaps", "give yes, no or only"),
            ("show=%09", "give all, sure or rejected"), ("limit=0", "from 1 to 1000"), ("limit=ten", "from 1 to 1000"),
            ("offset=-1", "from 0 to 1000000000"),
        ] {
            let answer = house.get("/api/v1/timeline?\(query)")
            #expect(answer.status == 400, "\(query)")
            #expect(answer.headers["Content-Type"]?.hasPrefix("application/problem+json") == true)
            #expect(answer.text.contains(words), "\(query): \(answer.text)")
        }
        for query in ["sort=documents", "undated=only", "show=", "show=all", "limit=1", "offset=1", ""] {
            #expect(house.get("/api/v1/timeline?\(query)").status == 200, "\(query)")
        }
    }

    @Test func programsReadAndDoNotWrite() throws {
        let house = try House()
        for path in ["/api/v1/timeline", "/api/v1/rule", "/api/v1"] {
            let answer = house.post(path, [("token", house.room.token)])
            #expect(answer.status == 405)
            #expect(answer.headers["Allow"] == "GET, HEAD")
        }
    }
}
