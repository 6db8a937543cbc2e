package dev.parley.persistence.conversation;

import dev.parley.domain.feedback.Feedback;
import dev.parley.persistence.shared.Columns;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.factory.Mappers;

@Mapper(uses = Columns.class)
interface FeedbackRowMapper {

    FeedbackRowMapper MAPPER = Mappers.getMapper(FeedbackRowMapper.class);

    @Mapping(source = "conversationId", target = "conversation")
    @Mapping(source = "itemId", target = "item")
    @Mapping(source = "accountId", target = "user")
    Feedback feedback(FeedbackRow row);
}
